"""The words of answers as tables, and slips of the finger and Welsh put into plain English: no rule of what they do."""
