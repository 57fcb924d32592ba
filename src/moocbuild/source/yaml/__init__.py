"""YAML files and front matter: read with places, validated, turned into values of the model."""
