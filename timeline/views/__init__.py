"""HTTP in, HTTP out: a view reads a request, asks the index one question and names one template."""
