package org.traverse.readmodel.rebuild;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.traverse.eventstore.EventLag;
import org.traverse.eventstore.EventPosition;
import org.traverse.eventstore.SecondReading;
import org.traverse.readmodel.rebuild.Rebuilds.Rebuild;

/** Every read model, and how it stands. */
@Component
public class ReadModels {
    /**
     * @param position up to which it knows all events
     * @param lag how long the oldest event has been waiting that it does not know
     * @param rebuild the latest
     */
    public record Standing(ReadModel model, EventPosition position, Duration lag, Optional<Rebuild> rebuild) {}

    private final SecondReading reading;
    private final EventLag lag;
    private final Rebuilds rebuilds;

    ReadModels(SecondReading reading, EventLag lag, Rebuilds rebuilds) {
        this.reading = reading;
        this.lag = lag;
        this.rebuilds = rebuilds;
    }

    public List<Standing> all() {
        Map<String, Rebuild> latest =
                rebuilds.all().stream().collect(Collectors.toMap(Rebuild::readModel, Function.identity()));
        return ReadModel.ALL.stream()
                .map(model -> new Standing(
                        model,
                        reading.firstPosition(model.name()),
                        lag.of(List.of(model.name())),
                        Optional.ofNullable(latest.get(model.name()))))
                .toList();
    }
}
