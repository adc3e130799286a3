package org.traverse.api.web;

import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.traverse.api.security.Access;
import org.traverse.api.security.Caller;
import org.traverse.api.security.Unknown;
import org.traverse.readmodel.rebuild.ReadModel;
import org.traverse.readmodel.rebuild.ReadModels;
import org.traverse.readmodel.rebuild.ReadModels.Standing;
import org.traverse.readmodel.rebuild.Rebuilding;
import org.traverse.readmodel.rebuild.Rebuilds.Rebuild;
import org.traverse.readmodel.rebuild.Rebuilds.State;

/** Read models, which an administrator may have made anew. */
@Controller
class ReadModelPages {
    private final ReadModels readModels;
    private final Rebuilding rebuilding;
    private final Access access;

    ReadModelPages(ReadModels readModels, Rebuilding rebuilding, Access access) {
        this.readModels = readModels;
        this.rebuilding = rebuilding;
        this.access = access;
    }

    @GetMapping("/read-models")
    String page(Caller caller, Model model) {
        access.mayRebuild(caller).enforce();
        model.addAttribute(
                "view",
                new ReadModelsView(
                        readModels.all().stream().map(ReadModelPages::line).toList()));
        return "read-models";
    }

    /** What the page asks for again while a rebuild is under way; the last answer has nothing that asks. */
    @GetMapping("/read-models/list")
    String list(Caller caller, Model model) {
        page(caller, model);
        return "rebuilding";
    }

    @PostMapping("/read-models/{name}/rebuild")
    String rebuild(Caller caller, @PathVariable String name, RedirectAttributes redirect) {
        access.mayRebuild(caller).enforce();
        rebuilding.begin(named(name), UUID.randomUUID());
        redirect.addFlashAttribute(Pages.NOTICE, "The rebuild is under way. You may leave this page; it goes on.");
        return "redirect:/read-models";
    }

    @PostMapping("/read-models/{name}/stop")
    String stop(Caller caller, @PathVariable String name, RedirectAttributes redirect) {
        access.mayRebuild(caller).enforce();
        rebuilding.stop(named(name));
        redirect.addFlashAttribute(Pages.NOTICE, "The rebuild is being stopped. What people see stays as it is.");
        return "redirect:/read-models";
    }

    private static ReadModel named(String name) {
        return ReadModel.named(name).orElseThrow(() -> new Unknown("read model"));
    }

    private static ReadModelsView.Line line(Standing standing) {
        String name = standing.model().name();
        Rebuild latest = standing.rebuild().orElse(null);
        return new ReadModelsView.Line(
                name,
                name.substring(0, 1).toUpperCase(Locale.ROOT)
                        + name.substring(1).replace('-', ' '),
                behind(standing.lag()),
                latest == null ? "" : words(latest),
                latest == null ? "" : tone(latest.state()),
                latest == null ? 0 : latest.done(),
                latest == null ? 0 : latest.total(),
                latest == null || latest.secondsLeft() == null ? "" : left(latest.secondsLeft()));
    }

    private static String behind(Duration lag) {
        return lag.toSeconds() == 0 ? "Up to date" : Words.count(lag.toSeconds(), "second") + " behind";
    }

    private static String words(Rebuild rebuild) {
        return switch (rebuild.state()) {
            case RUNNING -> rebuild.failure() == null ? "Rebuilding" : "Trying again";
            case STOPPING -> "Stopping";
            case DONE -> "Rebuilt";
            case STOPPED -> "Stopped";
        };
    }

    private static String tone(State state) {
        return switch (state) {
            case RUNNING, STOPPING -> "wait";
            case DONE -> "live";
            case STOPPED -> "bad";
        };
    }

    private static String left(long seconds) {
        return seconds < 60
                ? "less than a minute left"
                : "about " + Words.count(Math.round(seconds / 60.0), "minute") + " left";
    }
}
