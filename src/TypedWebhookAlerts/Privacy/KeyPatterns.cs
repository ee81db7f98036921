using System.Text.RegularExpressions;

namespace TypedWebhookAlerts.Privacy;

/// <summary>What stands between a key and its value, in the notations that logs are written in: JSON, also escaped,
/// YAML, XML, queries, forms, environment files, connection strings, flags, .NET's records and pairs.</summary>
internal static partial class KeyPatterns
{
    private const RegexOptions Options
        = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    private const string Quote = """(\\{0,7}(["'`]|&quot;|&apos;|&\#3[49];)|\\{1,4}u00(22|27)|(%5C){0,2}%2[27])""";

    private const string ArrowHead = @"(>|&gt;|\\u003E)";

    /// <summary><c>key=</c>, <c>"key": </c>, <c>key =&gt; </c>, <c>key -&gt; </c>, <c>cfg['key'] = </c>,
    /// <c>key%3D</c>.</summary>
    [GeneratedRegex(
        @"\A" + Quote + @"?[\])]?[ \t]{0,32}(:?={1,3}" + ArrowHead + "?|-{1,2}" + ArrowHead
            + @"|[\u2192\u21D2]|\\u2192|:|%3[DA]|\\u003[DA]|(is|was|are)[ ]:?)[ \t]{0,32}",
        Options)]
    public static partial Regex Separator { get; }

    /// <summary>The end of the line, and what indents the next, where the value stands. YAML has a mark before it
    /// of a block of lines.</summary>
    [GeneratedRegex(@"\A([|>][+-]?[0-9]?[ \t]{0,8})?((\r?\n|(\\{1,2}r)?\\{1,2}n)[ \t]{0,64}){1,2}", Options)]
    public static partial Regex NextLine { get; }

    /// <summary><c>key" value="</c>, <c>key", "value": "</c>, <c>key\n  value: </c>, <c>key": { "value": "</c>: the
    /// key is a value itself, or the name of more than one.</summary>
    [GeneratedRegex(
        @"\A" + Quote + @"?([\s,;]{1,40}|\s{0,8}[:=]\s{0,8}\{\s{0,40})"
            + Quote + @"?value" + Quote + @"?[ \t]{0,8}[:=][ \t]{0,8}",
        Options)]
    public static partial Regex NamedValue { get; }

    /// <summary><c>--key value</c>, <c>"--key", "value"</c>.</summary>
    [GeneratedRegex(@"\A" + Quote + @"?[ \t,]{1,8}", Options)]
    public static partial Regex FlagSeparator { get; }

    /// <summary><c>name="key"</c>, an empty line, and the value: a part of a form.</summary>
    [GeneratedRegex("\\A\"(\r?\n|\\\\r\\\\n|\\\\n){2}", Options)]
    public static partial Regex FormPart { get; }

    /// <summary><c>key, value]</c>: a pair of .NET's; <c>("key", "value")</c>.</summary>
    [GeneratedRegex(@"\A" + Quote + @"?,[ ]{0,4}", Options)]
    public static partial Regex PairSeparator { get; }

    /// <summary><c>"name":</c>, <c>name="</c>: no value, but the next key.</summary>
    [GeneratedRegex(
        @"\A(" + Quote + "[A-Z_.-]{1,40}" + Quote + "[ ]{0,4}:|[A-Z_.-]{1,40}=" + Quote + ")", Options)]
    public static partial Regex NextKey { get; }

    /// <summary><c>key 'value'</c>.</summary>
    [GeneratedRegex(@"\A[ \t]" + Quote, Options)]
    public static partial Regex QuotedNext { get; }

    [GeneratedRegex(@"\A[@$]?" + Quote, Options)]
    public static partial Regex OpeningQuote { get; }
}
