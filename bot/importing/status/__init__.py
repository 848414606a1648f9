"""How far an action is and when it was promised anew, from everything its row says of it."""
