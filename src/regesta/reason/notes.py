"""What the reader of times has to say about one, in words for people."""

MISFIT = "weekday-mismatch"
"""The note of a time whose day of the week and date do not fit: a contradiction, and no gap."""
NOTES = {
    "no-such-day": "no calendar has this day",
    "weekday-julian": "the day of the week fits the Julian calendar only, in which the date may have been told",
    "several-rulers": "several rulers went by that name: the year cannot be counted",
}
