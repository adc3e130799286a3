package org.traverse.api.rest;

import java.util.UUID;

/** The id of what a request has created. */
record Created(UUID id) {}
