"""What every page is built from; each widget stands in the module its name gives away."""
