package uz.yagona.gateway.search;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All items at once, without pages. */
public record ItemsAnswer(List<Map<String, @Nullable Object>> items) {}
