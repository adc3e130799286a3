package org.traverse.taxonomy;

import static org.traverse.taxonomy.TaxonomyImportJob.TASK;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.traverse.Bounds;
import org.traverse.taxonomy.TaxonomyImportCommand.BeginImport;

/** Takes in an archive: found sound as a whole, it is kept with the job that will import it, or else refused. */
@Component
public class TaxonomyImporting {
    private static final int LONGEST_NAME = 200;

    private final TaxonomyArchives archives;
    private final SchedulerClient jobs;
    private final CommandGateway commands;
    private final EventStore events;
    private final TransactionTemplate transaction;

    TaxonomyImporting(
            TaxonomyArchives archives,
            SchedulerClient jobs,
            CommandGateway commands,
            EventStore events,
            PlatformTransactionManager transactions) {
        this.archives = archives;
        this.jobs = jobs;
        this.commands = commands;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Begins to import an O*NET archive, which then goes on by itself. Beginning the same again changes nothing.
     *
     * @param name what the archive is called where it comes from
     * @param content can be read more than once
     * @throws DamagedArchive when anything in it is wrong; nothing has been imported then
     */
    public void begin(TaxonomyImportId id, String name, InputStreamSource content) throws IOException {
        var file = fileName(name);
        var sha256 = sha256();
        int total;
        try (var bytes = new DigestInputStream(content.getInputStream(), sha256)) {
            total = OnetArchive.read(file, bytes).commands().size();
        }
        var digest = HexFormat.of().formatHex(sha256.digest());
        if (!isKnown(id)) {
            store(id, file, digest, total, content);
        }
        commands.sendAndWait(new BeginImport(id, OnetArchive.SCHEME, file, digest, total));
    }

    /** Its archive goes away with its end, its events stay. */
    private boolean isKnown(TaxonomyImportId id) {
        return archives.find(id).isPresent()
                || events.lastSequenceNumberFor(id.toString()).isPresent();
    }

    private void store(TaxonomyImportId id, String file, String digest, int total, InputStreamSource content) {
        // Archive and job first, together: whatever fails from here on, the job makes up for it.
        transaction.execute(status -> {
            try (var bytes = content.getInputStream()) {
                archives.store(id, file, digest, total, bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            jobs.schedule(TASK.instance(id.toString()).scheduledTo(Instant.now()));
            return null;
        });
    }

    /** The last part of a path, for some browsers send the whole of it. */
    private static String fileName(String name) {
        var last = Bounds.reason(
                name == null ? "" : name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1));
        return last.substring(0, Math.min(last.length(), LONGEST_NAME));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
