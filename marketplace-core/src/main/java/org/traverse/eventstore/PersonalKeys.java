package org.traverse.eventstore;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Random;
import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.traverse.eventstore.MasterKeys.Wrapped;

/**
 * The key of each person, with which what events say about them is encrypted. Destroying it erases them, everywhere and
 * also in what was copied. Table: personal_keys.data_key.
 *
 * <p>Keys are made and destroyed in transactions of their own: the transaction that appends must not have written before.
 */
public class PersonalKeys {
    /** How long a node may go on using a key after another has destroyed it. */
    public static final Duration REMEMBERED = Duration.ofSeconds(5);

    private static final int MOST_REMEMBERED = 50_000;

    /** Whoever reads the log from the beginning needs the keys about in the order they were made. */
    private static final int READ_TOGETHER = 256;

    private static final String TABLE = "personal_keys.data_key";
    private static final String FIND =
            "select person, wrapped, master from " + TABLE + " where number >= (select number from " + TABLE
                    + " where person = ?) order by number limit " + READ_TOGETHER;

    private final JdbcTemplate sql;
    private final TransactionTemplate apart;
    private final MasterKeys masters;
    private final long remembered;

    /** In the order they were read, which is that in which they are to be forgotten. */
    private final Map<UUID, Key> keys = new LinkedHashMap<>();

    PersonalKeys(JdbcTemplate sql, PlatformTransactionManager transactions, MasterKeys masters, Duration remembered) {
        this.sql = sql;
        this.masters = masters;
        this.remembered = remembered.toNanos();
        apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** At the start, rather than with the first person whose key cannot be read. */
    void refuseUnknownMasters() {
        List<String> unknown = sql.queryForList(
                "select distinct master from " + TABLE + " where master <> all (?)", String.class, (Object)
                        masters.all().toArray(String[]::new));
        if (!unknown.isEmpty()) {
            throw new MasterKeyRefused("personal data is encrypted under master key " + String.join(", ", unknown)
                    + ", which neither " + MasterKeys.CURRENT + " nor " + MasterKeys.FORMER + " gives");
        }
    }

    private final class Key {
        final UUID person;
        final Wrapped wrapped; // null when it was destroyed
        final long read = System.nanoTime();
        private volatile Aead unwrapped;

        Key(UUID person, Wrapped wrapped) {
            this.person = person;
            this.wrapped = wrapped;
        }

        boolean isOld() {
            return System.nanoTime() - read > remembered;
        }

        /** Not before it is used, since most of those read together may never be. */
        Optional<Aead> unwrapped() {
            if (wrapped == null) {
                return Optional.empty();
            }
            if (unwrapped == null) {
                unwrapped = aead(masters.unwrap(person, wrapped));
            }
            return Optional.of(unwrapped);
        }
    }

    /** None when the person was erased. */
    Optional<Aead> toRead(UUID person) {
        return key(person)
                .orElseThrow(() -> new IllegalStateException("the key of " + person + " is missing"))
                .unwrapped();
    }

    /** Made when it is needed for the first time; none when the person was erased. */
    Optional<Aead> toWrite(UUID person) {
        return key(person).orElseGet(() -> make(person)).unwrapped();
    }

    boolean isErased(UUID person) {
        return erasedAt(person).isPresent();
    }

    /** As the database has it at this moment. */
    Optional<Instant> erasedAt(UUID person) {
        return sql
                .queryForList(
                        "select destroyed from " + TABLE + " where person = ? and destroyed is not null",
                        Timestamp.class,
                        person)
                .stream()
                .map(Timestamp::toInstant)
                .findFirst();
    }

    /** For ever, and also where there was none. */
    public void destroy(UUID person) {
        apart.executeWithoutResult(status -> sql.update(
                "insert into " + TABLE + " (person, destroyed) values (?, now())"
                        + " on conflict (person) do update set wrapped = null, master = null,"
                        + " destroyed = coalesce(data_key.destroyed, excluded.destroyed)",
                person));
        forget(person);
    }

    /**
     * Wraps anew, with the current master key, some of the keys that a former one still wraps. No event is touched.
     *
     * @return how many; none when the former ones are of no use any more
     */
    int rewrap(int most) {
        return apart.execute(status -> {
            List<Key> old = sql.query(
                    "select person, wrapped, master from " + TABLE
                            + " where master <> ? order by master, person limit ? for update",
                    this::stored,
                    masters.current(),
                    most);
            for (Key key : old) {
                Wrapped anew = masters.wrap(key.person, masters.unwrap(key.person, key.wrapped));
                sql.update(
                        "update " + TABLE + " set wrapped = ?, master = ? where person = ?",
                        anew.key(),
                        anew.master(),
                        key.person);
            }
            return old.size();
        });
    }

    private Optional<Key> key(UUID person) {
        Key known = known(person);
        return known == null ? read(person) : Optional.of(known);
    }

    private Optional<Key> read(UUID person) {
        List<Key> read = sql.query(FIND, this::stored, person);
        remember(read);
        return read.stream().findFirst();
    }

    /** What counts is what is there afterwards: another node may have been first. */
    private Key make(UUID person) {
        Wrapped made = masters.wrap(person, Random.randBytes(32));
        return apart.execute(status -> {
            sql.update(
                    "insert into " + TABLE + " (person, wrapped, master) values (?, ?, ?) on conflict do nothing",
                    person,
                    made.key(),
                    made.master());
            return read(person).orElseThrow();
        });
    }

    private Key stored(ResultSet row, int number) throws SQLException {
        byte[] wrapped = row.getBytes("wrapped");
        return new Key(
                row.getObject("person", UUID.class),
                wrapped == null ? null : new Wrapped(wrapped, row.getString("master")));
    }

    private synchronized Key known(UUID person) {
        Key known = keys.get(person);
        return known == null || known.isOld() ? null : known;
    }

    private synchronized void remember(List<Key> read) {
        for (Key key : read) {
            keys.remove(key.person);
            keys.put(key.person, key);
        }
        for (Iterator<Key> oldest = keys.values().iterator(); oldest.hasNext(); ) {
            if (!oldest.next().isOld() && keys.size() <= MOST_REMEMBERED) {
                break;
            }
            oldest.remove();
        }
    }

    private synchronized void forget(UUID person) {
        keys.remove(person);
    }

    private static Aead aead(byte[] key) {
        try {
            return new AesGcmJce(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is not to be had", e);
        }
    }
}
