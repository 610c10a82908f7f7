package io.mlops4j.api.registry;

/**
 * What a listing says of stored bytes.
 *
 * @param digest their SHA-256, 64 hexadecimal digits in lower case
 * @param size how many bytes there are
 */
public record StoredBlob(String digest, long size) {}
