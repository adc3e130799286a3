package org.traverse.api.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.traverse.api.marketplace.Commands;
import org.traverse.api.security.Access;
import org.traverse.api.security.Caller;
import org.traverse.readmodel.ListRequest;
import org.traverse.readmodel.taxonomyimports.TaxonomyImports;
import org.traverse.readmodel.taxonomyimports.TaxonomyImports.Import;
import org.traverse.taxonomy.DamagedArchive;
import org.traverse.taxonomy.TaxonomyImportId;
import org.traverse.taxonomy.TaxonomyImporting;

/** Archives brought in by an administrator. */
@Controller
class ImportPages {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final int SHOWN = 20;

    private final TaxonomyImporting importing;
    private final TaxonomyImports imports;
    private final Access access;
    private final Commands commands;

    ImportPages(TaxonomyImporting importing, TaxonomyImports imports, Access access, Commands commands) {
        this.importing = importing;
        this.imports = imports;
        this.access = access;
        this.commands = commands;
    }

    @GetMapping("/imports")
    String page(Caller caller, Model model) {
        return page(caller, "", List.of(), model);
    }

    /** What the page asks for again while an import is under way; the last answer has nothing that asks. */
    @GetMapping("/imports/list")
    String list(Caller caller, Model model) {
        page(caller, "", List.of(), model);
        return "importing";
    }

    /** The request is taken as it is: a parameter for the file would have all of it read before it is refused. */
    @PostMapping(path = "/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String begin(
            Caller caller,
            MultipartHttpServletRequest request,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect)
            throws IOException {
        access.mayImport(caller).enforce();
        MultipartFile file = request.getFile("file");
        if (file == null || file.isEmpty()) {
            return page(caller, "Choose an archive first.", List.of(), model);
        }
        try {
            importing.begin(TaxonomyImportId.random(), file.getOriginalFilename(), file);
        } catch (DamagedArchive damaged) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return page(caller, damage(damaged), faults(damaged), model);
        }
        commands.untilSeen();
        redirect.addFlashAttribute(Pages.NOTICE, "The archive is sound. The import is under way.");
        return "redirect:/imports";
    }

    private String page(Caller caller, String refused, List<ImportsView.Fault> faults, Model model) {
        access.mayImport(caller).enforce();
        var newest = imports.list(ListRequest.first(SHOWN)).items();
        model.addAttribute(
                "view", new ImportsView(newest.stream().map(ImportPages::line).toList(), refused, faults));
        return "imports";
    }

    private static String damage(DamagedArchive damaged) {
        long more = damaged.total() - damaged.problems().size();
        return "The archive has " + Words.count(damaged.total(), "mistake")
                + (more == 0 ? ":" : "; the first " + damaged.problems().size() + " are:");
    }

    private static List<ImportsView.Fault> faults(DamagedArchive damaged) {
        return damaged.problems().stream()
                .map(problem -> new ImportsView.Fault(problem.file(), problem.row(), problem.message()))
                .toList();
    }

    private static ImportsView.Line line(Import found) {
        return new ImportsView.Line(
                found.id().toString(),
                found.file(),
                switch (found.state()) {
                    case RUNNING -> "Under way";
                    case DONE -> "Done";
                    case FAILED -> "Failed";
                },
                switch (found.state()) {
                    case RUNNING -> "wait";
                    case DONE -> "live";
                    case FAILED -> "bad";
                },
                found.done(),
                found.total(),
                WHEN.format(found.begunAt()),
                found.failure() == null ? "" : Pages.sentence(found.failure()));
    }
}
