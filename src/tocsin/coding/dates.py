"""Dates: the words that say when, and the days they mean."""

import re
from datetime import date, timedelta

from spacy.tokens import Token

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def find_when(token: Token) -> str | None:
    """The words that say when the clause of `token` happens, as written, or None."""
    return None


def resolve_date(words: str | None, published: date | None) -> str | None:
    """The ISO day or interval that words mean, seen from the day of publication; None where they do not tell."""
    return None
