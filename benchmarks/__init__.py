"""What is measured: speed against its floors, and false warnings in ordinary courses."""
