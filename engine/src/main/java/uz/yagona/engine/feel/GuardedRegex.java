package uz.yagona.engine.feel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.camunda.feel.impl.builtin.StringBuiltinFunctions;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValFunction;
import org.camunda.feel.syntaxtree.ValString;
import scala.jdk.javaapi.CollectionConverters;

/**
 * FEEL's functions that search by a pattern: the search is tried first on a text that counts how
 * often it is read, so that a pattern that backtracks without end is an error.
 */
final class GuardedRegex {
  private static final long MAX_READS = 20_000_000;

  /** The guarded functions by name and number of arguments, as expressions call them. */
  private static final Map<String, ValFunction> FUNCTIONS = functions();

  private GuardedRegex() {}

  private static Map<String, ValFunction> functions() {
    var functions = new HashMap<String, ValFunction>();
    for (var name : List.of("matches", "replace", "split", "extract")) {
      for (var builtin :
          CollectionConverters.asJava(StringBuiltinFunctions.functions().apply(name))) {
        functions.put(name(name, builtin.params().size()), guarded(builtin));
      }
    }
    return Map.copyOf(functions);
  }

  private static String name(String function, int arguments) {
    return "$" + function + "/" + arguments;
  }

  /** How expressions call the guarded function; the name itself when there is nothing to guard. */
  static String of(String function, int arguments) {
    var guarded = name(function, arguments);
    return FUNCTIONS.containsKey(guarded) ? guarded : function;
  }

  static Map<String, ValFunction> all() {
    return FUNCTIONS;
  }

  private static ValFunction guarded(ValFunction builtin) {
    return new ValFunction(
        builtin.params(),
        arguments -> {
          if (arguments.head() instanceof ValString text
              && arguments.apply(1) instanceof ValString pattern) {
            attempt(text.value(), pattern.value(), last(arguments));
          }
          return builtin.invoke().apply(arguments);
        },
        builtin.hasVarArgs());
  }

  private static String last(scala.collection.immutable.List<Val> arguments) {
    return arguments.size() > 2 && arguments.last() instanceof ValString flags ? flags.value() : "";
  }

  private static void attempt(String text, String pattern, String flags) {
    try {
      var search =
          Pattern.compile(pattern, flags.contains("s") ? Pattern.DOTALL : 0)
              .matcher(new CountedText(text, new long[1]));
      while (search.find()) {
        // all that the function may look for
      }
    } catch (PatternSyntaxException e) {
      // the function itself tells what is wrong
    } catch (StackOverflowError deep) {
      throw new EvaluationBudget.Exhausted(
          "Expected a simpler pattern, but it recurses too deeply");
    }
  }

  private record CountedText(String text, long[] reads) implements CharSequence {
    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      if (reads[0]++ == MAX_READS) {
        throw new EvaluationBudget.Exhausted(
            "Expected a pattern that is found within %d steps, but it needs more"
                .formatted(MAX_READS));
      }
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
