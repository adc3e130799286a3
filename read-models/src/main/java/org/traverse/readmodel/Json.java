package org.traverse.readmodel;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.postgresql.util.PGobject;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Lists and maps kept whole in a {@code jsonb} column, because nobody asks for a part of them. */
@Component
public class Json {
    private final JsonMapper json;

    Json(JsonMapper json) {
        this.json = json;
    }

    public PGobject column(Object value) {
        var column = new PGobject();
        column.setType("jsonb");
        try {
            column.setValue(json.writeValueAsString(value));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return column;
    }

    public <T> List<T> list(String column, Class<T> type) {
        return json.readValue(column, json.getTypeFactory().constructCollectionType(List.class, type));
    }

    /** @param column null where there is none */
    public <T> T valueOr(T none, String column, Class<T> type) {
        return column == null ? none : json.readValue(column, type);
    }

    public <V> Map<String, V> map(String column, Class<V> value) {
        return json.readValue(column, json.getTypeFactory().constructMapType(Map.class, String.class, value));
    }
}
