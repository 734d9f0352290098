# SPDX-License-Identifier: MIT
"""The gentle check in the other languages: a few sentences each that must be marked or left alone."""

from pathlib import Path

import pytest

from winback_desktop.domain.note_check import check, graceful
from winback_desktop.domain.note_lexicon import read_lexicon
from winback_desktop.domain.practice import LossKind

NOTES = Path(__file__).parents[2] / "resources" / "notes"

GRACEFUL = {
    "de": [
        "Liebe Frau Lang,\n\nherzlichen Dank für acht Jahre, in denen Sie mir Ihren Garten anvertraut haben. "
        "Der Abend mit den Glühwürmchen bleibt mir unvergessen. Sie haben mir viel bedeutet. "
        "Meine Tür steht Ihnen offen.\n\nHerzlich\nAnna",
        "Guten Tag Herr Wolf,\n\nich danke Ihnen, dass Sie mein Angebot gelesen haben. Ihre Werkstatt "
        "hat mich beeindruckt, es war mir eine Freude. Ich hoffe, wir sehen uns wieder.\n\nAlles Gute\nMax",
    ],
    "fr": [
        "Bonjour Claire,\n\nMerci pour ces six années de travail. Je garde le souvenir de votre table "
        "sous le tilleul. Vous avez beaucoup compté pour moi. À bientôt, j'espère.\n\nBien à vous\nLuc",
        "Chère Madame Petit,\n\nJe vous remercie d'avoir étudié ma proposition. Ce fut un plaisir de vous "
        "écouter parler de vos élèves. Ma porte vous reste ouverte.\n\nCordialement\nInès",
    ],
    "es": [
        "Hola, Marta:\n\nGracias por cinco años de confianza. Recuerdo la mañana en que plantamos los "
        "limoneros. Usted ha significado mucho para mí. Espero verla pronto.\n\nUn saludo\nPablo",
        "Estimado señor Ruiz:\n\nLe agradezco que pensara en mí para la obra. Fue un placer conocer su casa. "
        "Mi puerta sigue abierta.\n\nSaludos\nElena",
    ],
}
HURTFUL = {
    "de": {
        "Es war eigentlich Ihr Fehler.": {"record", "blame"},
        "Wie ich bereits sagte, konnte ich nichts dafür.": {"record", "defence"},
        "Ich bin sehr enttäuscht von Ihnen.": {"grievance"},
        "Viel Glück mit der neuen Agentur.": {"sarcasm", "competitor"},
        "Ich gebe Ihnen 20 % Rabatt.": {"money", "price"},
    },
    "fr": {
        "C'était votre erreur.": {"blame"},
        "Comme je vous l'ai dit, ce n'est pas de ma faute.": {"record", "defence"},
        "Je suis très déçu.": {"grievance"},
        "Bonne chance avec votre nouveau prestataire.": {"sarcasm", "competitor"},
        "Je vous fais une remise de 50 €.": {"price", "money"},
    },
    "es": {
        "Fue culpa suya.": {"blame"},
        "Como le dije, no fue culpa mía.": {"record", "defence"},
        "Estoy muy dolido.": {"grievance"},
        "Suerte con su nuevo proveedor.": {"sarcasm", "competitor"},
        "Le hago un descuento de 50 €.": {"price", "money"},
    },
}


def seen(language, text):
    lexicon = read_lexicon((NOTES / f"check_{language}.txt").read_text(encoding="utf-8"), language)
    return check(text, LossKind.CLIENT, "", lexicon)


@pytest.mark.parametrize(("language", "note"), [(code, note) for code in GRACEFUL for note in GRACEFUL[code]])
def test_a_graceful_note_is_left_alone(language, note):
    assert graceful(seen(language, note)), [found for found in seen(language, note) if not found.good]


@pytest.mark.parametrize(
    ("language", "sentence", "rules"),
    [(code, sentence, rules) for code in HURTFUL for sentence, rules in HURTFUL[code].items()],
)
def test_a_hurtful_sentence_is_marked_for_what_it_is(language, sentence, rules):
    assert rules <= {found.rule for found in seen(language, sentence) if found.marked}


@pytest.mark.parametrize("language", sorted(GRACEFUL))
def test_every_language_explains_the_same_things(language):
    names = {}
    for code in ("en", language):
        lexicon = read_lexicon((NOTES / f"check_{code}.txt").read_text(encoding="utf-8"), code)
        names[code] = {rule.name for rule in lexicon.rules} | set(lexicon.said)
    assert names[language] == names["en"]
