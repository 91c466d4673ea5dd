"""Updates on their way in: received, stored, handed on in order."""
