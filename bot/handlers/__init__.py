"""One file for each way in; they ask the dialogue and send what it says."""
