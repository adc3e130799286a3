package org.traverse.readmodel.elasticsearch;

/** A document that Elasticsearch does not take. Says what kind of fault it found, never what stands in the document. */
class RefusedDocument extends RuntimeException {
    RefusedDocument(String message) {
        super(message);
    }
}
