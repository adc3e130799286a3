package org.traverse.api.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.traverse.api.marketplace.Commands;
import org.traverse.api.security.Access;
import org.traverse.api.security.Caller;
import org.traverse.api.security.Unknown;
import org.traverse.readmodel.ListRequest;
import org.traverse.readmodel.Page;
import org.traverse.readmodel.taxonomyimports.TaxonomyImports;
import org.traverse.readmodel.taxonomyimports.TaxonomyImports.Import;
import org.traverse.taxonomy.DamagedArchive;
import org.traverse.taxonomy.Problem;
import org.traverse.taxonomy.TaxonomyImportId;
import org.traverse.taxonomy.TaxonomyImporting;

/** Taxonomies brought in as archives: today O*NET's, in its text form. For administrators. */
@RestController
@RequestMapping("/api/taxonomies/imports")
class TaxonomyImportResource {
    /**
     * @param state running, done or failed
     * @param done of {@code total} skills and roles
     * @param errors why it failed; row 0 where the whole file is meant
     */
    record ImportItem(
            UUID id,
            String file,
            String state,
            int done,
            int total,
            Instant begunAt,
            Instant endedAt,
            List<Problem> errors) {}

    /** What an upload looks like, for the API's description only. */
    record Upload(@Schema(format = "binary") String file) {}

    private static final String PART = "file";

    private final TaxonomyImporting importing;
    private final TaxonomyImports imports;
    private final Access access;
    private final Commands commands;

    TaxonomyImportResource(TaxonomyImporting importing, TaxonomyImports imports, Access access, Commands commands) {
        this.importing = importing;
        this.imports = imports;
        this.access = access;
        this.commands = commands;
    }

    /**
     * Checks the whole archive, then begins to import it. The request is taken as it is, since a parameter for the file
     * would have the upload read before it is known whether the caller may send one.
     */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            schema = @Schema(implementation = Upload.class))))
    ResponseEntity<Created> begin(Caller caller, MultipartHttpServletRequest request)
            throws IOException, MissingServletRequestPartException {
        access.mayImport(caller).enforce();
        MultipartFile file = request.getFile(PART);
        if (file == null) {
            throw new MissingServletRequestPartException(PART);
        }
        UUID id = commands.newId();
        importing.begin(new TaxonomyImportId(id), file.getOriginalFilename(), file);
        commands.untilSeen();
        return ResponseEntity.accepted()
                .location(URI.create("/api/taxonomies/imports/" + id))
                .body(new Created(id));
    }

    @GetMapping("/{id}")
    ImportItem one(Caller caller, @PathVariable UUID id) {
        access.mayImport(caller).enforce();
        return imports.find(id).map(TaxonomyImportResource::item).orElseThrow(() -> new Unknown("import"));
    }

    /** The newest first. */
    @GetMapping
    Page<ImportItem> list(Caller caller, ListRequest asked) {
        access.mayImport(caller).enforce();
        return imports.list(asked).map(TaxonomyImportResource::item);
    }

    /** The errors name file and row; at most a hundred are listed, {@code total} counts them all. */
    @ExceptionHandler
    ProblemDetail refused(DamagedArchive damaged) {
        var problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST, "nothing was imported: " + damaged.getMessage());
        problem.setProperty("errors", damaged.problems());
        problem.setProperty("total", damaged.total());
        return problem;
    }

    private static ImportItem item(Import found) {
        return new ImportItem(
                found.id(),
                found.file(),
                found.state().name().toLowerCase(Locale.ROOT),
                found.done(),
                found.total(),
                found.begunAt(),
                found.endedAt(),
                found.failure() == null ? List.of() : List.of(new Problem(found.file(), 0, found.failure())));
    }
}
