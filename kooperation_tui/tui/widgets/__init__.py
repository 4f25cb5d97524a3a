"""The parts screens are made of. They render what they are given."""
