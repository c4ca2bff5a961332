"""Photos on screen: two compared, the timeline, the slots of a day, and how they come in."""
