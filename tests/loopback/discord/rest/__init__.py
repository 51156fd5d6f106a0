"""REST v10, endpoint by endpoint."""
