"""Files that come into the diary and go out of it, as the window handles them."""
