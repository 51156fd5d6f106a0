"""Discord's own OpenAPI document as the judge of every request and every answer, where it is at hand."""
