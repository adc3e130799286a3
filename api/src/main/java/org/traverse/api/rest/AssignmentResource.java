package org.traverse.api.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.traverse.api.marketplace.Assignments;
import org.traverse.api.marketplace.Postings;
import org.traverse.api.security.Caller;
import org.traverse.readmodel.ListRequest;
import org.traverse.readmodel.Page;
import org.traverse.readmodel.applicationboard.AssignmentBoard;
import org.traverse.readmodel.applicationboard.AssignmentBoard.Assignment;

/** Who sits, or sat, in which seat. */
@RestController
@RequestMapping("/api/assignments")
class AssignmentResource {
    /** @param feedback to the person, in words they will read */
    record Completion(@NotBlank @Size(max = 2000) String feedback) {}

    private final Assignments assignments;
    private final AssignmentBoard board;
    private final Postings postings;

    AssignmentResource(Assignments assignments, AssignmentBoard board, Postings postings) {
        this.assignments = assignments;
        this.board = board;
        this.postings = postings;
    }

    /** The caller's own, or those of one gig for whoever may know its candidates. */
    @GetMapping
    Page<Assignment> list(Caller caller, ListRequest asked, @RequestParam(required = false) UUID gig) {
        if (gig == null) {
            return Page.ofRanked(board.of(caller.self().value()), asked, Assignment::id);
        }
        postings.seenWithCandidates(caller, gig);
        return Page.ofRanked(board.forGig(gig), asked, Assignment::id);
    }

    /** Ends the work as done, which leaves dated evidence of its skills on the person's profile. */
    @PostMapping("/{id}/complete")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void complete(Caller caller, @PathVariable UUID id, @Valid @RequestBody Completion body) {
        assignments.complete(caller, id, body.feedback());
    }
}
