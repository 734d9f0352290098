# SPDX-License-Identifier: MIT
"""Price bands in the owner's currency: rounded sums that people know from their shops, no exchange rates."""

_BANDS = ((0, 0), (0, 10), (10, 25), (25, 50), (50, 100))
_SYMBOLS = {
    "USD": "$",
    "EUR": "€",
    "GBP": "£",
    "JPY": "¥",
    "INR": "₹",
    "CAD": "CA$",
    "AUD": "A$",
    "NZD": "NZ$",
}
_TIMES = {
    "JPY": 100, "INR": 50, "SEK": 10, "NOK": 10, "DKK": 7, "PLN": 4, "CZK": 20, "HUF": 300, "BRL": 5,
    "MXN": 15, "KRW": 1000, "CNY": 7, "RUB": 80, "ILS": 4, "ZAR": 15, "AED": 4, "SAR": 4, "EGP": 30,
    "TRY": 30, "ISK": 120,
}  # fmt: skip


def limits(band: int, currency: str) -> tuple[int, int]:
    """The lowest and highest sum of a band, in whole units of the currency."""
    times = _TIMES.get(currency, 1)
    low, high = _BANDS[band]
    return low * times, high * times


def money(amount: int, currency: str) -> str:
    """A sum of whole units as it is written: ``$20``, ``200 SEK``."""
    symbol = _SYMBOLS.get(currency)
    return f"{symbol}{amount:,}" if symbol else f"{amount:,} {currency}".rstrip()


def price_band(band: int, currency: str) -> str:
    """A band in words: ``free``, ``up to $10``, ``$10 to $25``."""
    low, high = limits(band, currency)
    if not high:
        return "free"
    if not low:
        return f"up to {money(high, currency)}"
    return f"{money(low, currency)} to {money(high, currency)}"
