"""The gateway: sockets that come and go, sessions that outlive them."""
