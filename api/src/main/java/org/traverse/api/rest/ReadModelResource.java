package org.traverse.api.rest;

import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.traverse.api.marketplace.Commands;
import org.traverse.api.security.Access;
import org.traverse.api.security.Caller;
import org.traverse.api.security.Unknown;
import org.traverse.readmodel.Page;
import org.traverse.readmodel.rebuild.Digests;
import org.traverse.readmodel.rebuild.ReadModel;
import org.traverse.readmodel.rebuild.ReadModels;
import org.traverse.readmodel.rebuild.ReadModels.Standing;
import org.traverse.readmodel.rebuild.Rebuilding;
import org.traverse.readmodel.rebuild.Rebuilds.Rebuild;

/** Read models, and making them anew from the events beside the live ones. For administrators. */
@RestController
@RequestMapping("/api/read-models")
class ReadModelResource {
    /**
     * @param state running, stopping, done or stopped
     * @param done of {@code total} events
     * @param secondsLeft as far as can be told by now
     * @param failure why it does not get on; it is tried again
     */
    record RebuildItem(
            String state, Instant begunAt, Instant endedAt, long done, long total, Long secondsLeft, String failure) {}

    /**
     * @param position up to which it knows all events
     * @param lagMs age of the oldest event it does not know
     * @param rebuild the latest
     */
    record ReadModelItem(String name, String position, long lagMs, RebuildItem rebuild) {}

    /** @param digests by table and index: how many rows or documents, and the sum of their hashes */
    record ReadModelDigest(String name, String position, Map<String, String> digests) {}

    private final ReadModels readModels;
    private final Rebuilding rebuilding;
    private final Digests digests;
    private final Commands commands;
    private final Access access;

    ReadModelResource(ReadModels readModels, Rebuilding rebuilding, Digests digests, Commands commands, Access access) {
        this.readModels = readModels;
        this.rebuilding = rebuilding;
        this.digests = digests;
        this.commands = commands;
        this.access = access;
    }

    @GetMapping
    @Operation(summary = "All read models, with how far each has read and its latest rebuild")
    Page<ReadModelItem> list(Caller caller) {
        access.mayRebuild(caller).enforce();
        List<ReadModelItem> items =
                readModels.all().stream().map(ReadModelResource::item).toList();
        return new Page<>(items, items.size(), null);
    }

    /** Reads the whole of it: two that show the same events have the same digests. */
    @GetMapping("/{name}/digest")
    @Operation(summary = "What a read model contains, in figures that do not depend on any order")
    ReadModelDigest digest(Caller caller, @PathVariable String name) {
        access.mayRebuild(caller).enforce();
        ReadModel model = named(name);
        String position = readModels.all().stream()
                .filter(standing -> standing.model().equals(model))
                .map(standing -> standing.position().toString())
                .findFirst()
                .orElseThrow();
        var texts = new TreeMap<String, String>();
        digests.of(model).forEach((part, digest) -> texts.put(part, digest.toString()));
        return new ReadModelDigest(name, position, texts);
    }

    @PostMapping("/{name}/rebuild")
    @Operation(
            summary = "Makes a read model anew from all events; the live one is read until the new one knows as much")
    ResponseEntity<Void> rebuild(Caller caller, @PathVariable String name) {
        access.mayRebuild(caller).enforce();
        rebuilding.begin(named(name), commands.newId());
        return ResponseEntity.accepted()
                .location(URI.create("/api/read-models"))
                .build();
    }

    /** The live one stays as it is. */
    @PostMapping("/{name}/rebuild/stop")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Stops a rebuild, which leaves nothing behind")
    void stop(Caller caller, @PathVariable String name) {
        access.mayRebuild(caller).enforce();
        rebuilding.stop(named(name));
    }

    private static ReadModel named(String name) {
        return ReadModel.named(name).orElseThrow(() -> new Unknown("read model"));
    }

    private static ReadModelItem item(Standing standing) {
        return new ReadModelItem(
                standing.model().name(),
                standing.position().toString(),
                standing.lag().toMillis(),
                standing.rebuild().map(ReadModelResource::item).orElse(null));
    }

    private static RebuildItem item(Rebuild rebuild) {
        return new RebuildItem(
                rebuild.state().name().toLowerCase(Locale.ROOT),
                rebuild.begunAt(),
                rebuild.endedAt(),
                rebuild.done(),
                rebuild.total(),
                rebuild.secondsLeft(),
                rebuild.failure());
    }
}
