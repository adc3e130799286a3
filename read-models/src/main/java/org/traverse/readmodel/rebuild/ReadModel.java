package org.traverse.readmodel.rebuild;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.async.SequencingPolicy;

/**
 * What a read model consists of. The one place that knows every table's owner, and in which order events are handled.
 *
 * @param name that of its processing group
 * @param tables which no other read model writes or reads
 * @param order which events are handled one after the other, whatever the number of segments
 */
public record ReadModel(String name, List<String> tables, SequencingPolicy<? super EventMessage<?>> order) {
    /** All of them, by name. */
    public static final List<ReadModel> ALL = List.of(
            new ReadModel(
                    "application-board",
                    List.of("application", "application_step", "application_gig", "assignment"),
                    Order.ONE_AFTER_THE_OTHER),
            new ReadModel(
                    "directory",
                    List.of("directory_person", "directory_unit", "directory_identity"),
                    Order.ONE_AFTER_THE_OTHER),
            new ReadModel("gig-board", List.of("gig"), Order.BY_STREAM),
            new ReadModel(
                    "learning-catalogue",
                    List.of("learning_resource", "learning_gain", "learning_record", "learning_change"),
                    Order.BY_STREAM),
            new ReadModel(
                    "match-facts",
                    List.of(
                            "match_person",
                            "match_skill",
                            "match_commitment",
                            "match_gig",
                            "match_pairing",
                            "match_done",
                            "match_change"),
                    Order.BY_EMPLOYEE),
            new ReadModel("opportunity-search", List.of("opportunity_source", "opportunities_index"), Order.BY_STREAM),
            new ReadModel("people-search", List.of("person_source", "people_index"), Order.BY_EMPLOYEE),
            new ReadModel("plan-board", List.of("plan", "plan_proposal", "plan_empty_seat"), Order.ONE_AFTER_THE_OTHER),
            new ReadModel("preferences", List.of("preferences"), Order.BY_EMPLOYEE),
            new ReadModel("role-catalogue", List.of("role", "role_change"), Order.BY_STREAM),
            new ReadModel("skill-catalogue", List.of("skill"), Order.BY_STREAM),
            new ReadModel(
                    "skill-profiles",
                    List.of("held_skill", "evidence", "evidence_origin"),
                    Order.BY_EMPLOYEE_AND_BY_ORIGIN),
            new ReadModel("taxonomy-imports", List.of("taxonomy_import"), Order.BY_STREAM));

    public static Optional<ReadModel> named(String name) {
        return ALL.stream().filter(model -> model.name().equals(name)).findFirst();
    }

    /** Where its tables are filled anew. */
    String schema() {
        return "rebuild_" + name.replace('-', '_');
    }

    String tablesIn(String schema) {
        return String.join(
                ", ", tables.stream().map(table -> schema + "." + table).toList());
    }

    /**
     * Those with contents of their own. What an index is called, and which transaction changed something, differs whenever
     * it is made anew.
     */
    Stream<String> tablesToCompare() {
        return tables.stream().filter(table -> !table.endsWith("_index") && !table.endsWith("_change"));
    }
}
