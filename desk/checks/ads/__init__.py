"""Ads kept apart from copy: the copy map, and the check that judges it."""

from desk.checks.ads.check import AdsCheck

__all__ = ["AdsCheck"]
