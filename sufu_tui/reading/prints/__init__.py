"""Reader of numbers as texts print them, in digits, Chinese numerals and English words, with their signs."""
