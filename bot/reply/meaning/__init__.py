"""Words about one action to what they say: a status, a date, a day to be reminded on, a person. They are one `Said`."""
