"""One person's page: about them, gift ideas, the path back and the timeline."""
