"""What the reader of times has to say about one, in words for people."""

CONTRADICTIONS = {
    "weekday-mismatch": ("weekday", "the day of the week that is told does not fit the date"),
    "runs-backwards": ("ended-before-begun", "said to have ended before it began"),
}
"""Notes of times that contradict themselves: the kind of contradiction, and what to say."""
NOTES = {
    "no-such-day": "no calendar has this day",
    "weekday-julian": "the day of the week fits the Julian calendar only, in which the date may have been told",
    "several-rulers": "several rulers went by that name: the year cannot be counted",
}
"""Notes of times that leave something open."""
