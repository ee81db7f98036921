using System.Globalization;
using System.Numerics;
using System.Text;
using CsCheck;
using Microsoft.CodeAnalysis.CSharp;
using TypedWebhookAlerts.Generators.Tests.Harness;

namespace TypedWebhookAlerts.Generators.Tests;

/// <summary>Runs generated code for random templates and values and compares it with string.Format.</summary>
public sealed class FormatTests
{
    private const int Alerts = 20;

    private static readonly Gen<string?> s_text = Gen.OneOf(
        Gen.OneOfConst<string?>(null, "", " ", "a\"b\\c\n{d}", "🚨", "\uDC00", new string('x', 500)),
        Gen.String!);

    private static readonly (string Type, string Name, string[] Formats, Gen<object?> Value)[] s_parameters =
    [
        ("string?", "text", ["", "N2"], s_text.Select(Box)),
        ("int", "number", ["", "N0", "X8", "D3"], Gen.Int.Select(Box)),
        ("long?", "missing", ["", "E2"], Gen.Long.Nullable(0.3).Select(Box)),
        ("double", "real", ["", "F3", "R", "P1"], Gen.Double.Select(Box)),
        ("decimal", "money", ["", "C", "0.00;(0.00)"], Gen.Decimal.Select(Box)),
        ("System.DateTime", "@class", ["", "o", "yyyy-MM-dd HH:mm", "\\d\"q\""], Gen.DateTime.Select(Box)),
        ("System.TimeSpan", "span", ["", "c", "d\\.hh\\:mm"], Gen.TimeSpan.Select(Box)),
        ("bool", "flag", ["", "x"], Gen.Bool.Select(Box)),
        ("char", "letter", ["", "x"], Gen.Char['\0', '\u07FF'].Select(Box)),
        ("System.Guid", "id", ["", "N", "B"], Gen.Guid.Select(Box)),
        ("System.DayOfWeek", "day", ["", "D", "X", "F"], Gen.Int[-1, 8].Select(day => Box((DayOfWeek)day))),
        ("System.Numerics.BigInteger", "big", ["", "X", "N0"], Gen.Long.Select(value => Box((BigInteger)value))),
    ];

    private static readonly string[] s_fragments =
    [
        "a", " ", "\"", "\\", "\n", "\r\n", "\t", "{{", "}}", "🚨", "\u202E", "\uD800", "ß", "\0", "\u2028", "'",
        "$", "/*", "u8",
    ];

    private static readonly Gen<(string Ours, string Theirs)> s_words = Gen.OneOfConst(s_fragments)
        .Array[1, 8]
        .Select(words => (string.Concat(words), string.Concat(words)));

    private static readonly Gen<(string Ours, string Theirs)> s_hole =
        Gen.Select(Gen.Int[0, s_parameters.Length - 1], Gen.Int[-14, 14], Gen.Int[0, 3], (index, alignment, format) =>
        {
            var (_, name, formats, _) = s_parameters[index];
            var chosen = formats[format % formats.Length];
            var rest = (alignment % 2 == 0 ? "" : $",{alignment}") + (chosen.Length == 0 ? "" : ":" + chosen);
            return ($"{{{name}{rest}}}", $"{{{index}{rest}}}");
        });

    private static readonly Gen<(string Ours, string Theirs)> s_template = Gen.OneOf(s_words, s_hole, s_hole)
        .Array[1, 7]
        .Select(parts => (
            string.Concat(parts.Select(part => part.Ours)),
            string.Concat(parts.Select(part => part.Theirs))));

    private static readonly Gen<object?[]> s_arguments = s_parameters
        .Select(parameter => parameter.Value)
        .Aggregate(
            Gen.Const(Array.Empty<object?>()),
            (all, next) => all.Select(next, (values, value) => (object?[])[.. values, value]));

    [Fact]
    public void AnAlertReadsAsStringFormatWritesIt()
        => Gen.Select(s_template.Array[Alerts], s_arguments.Array[Alerts])
            .Sample((templates, arguments) => Compare(templates, arguments), iter: 2, threads: 1);

    private static void Compare((string Ours, string Theirs)[] templates, object?[][] arguments)
    {
        var alerts = RunningAlerts.Of($$"""
            public static partial class A
            {
                {{string.Join("\n", templates.Select((template, index) => Declare(index, template.Ours)))}}
            }
            """);
        for (var i = 0; i < templates.Length; i++)
        {
            object?[] shown = [.. arguments[i].Select(argument => argument ?? "(null)")];
            var expected = string.Format(CultureInfo.InvariantCulture, templates[i].Theirs, shown);
            var alert = alerts.Raise($"X{i}", arguments[i])!;
            Assert.Equal(Utf8(expected), Utf8(alert.Description));
        }
    }

    private static string Declare(int index, string template)
    {
        var parameters = string.Join(", ", s_parameters.Select(parameter => $"{parameter.Type} {parameter.Name}"));
        var literal = SymbolDisplay.FormatLiteral(template, quote: true);
        return $"[WebhookAlert(LogLevel.Error, {literal})] public static partial void X{index}({parameters});";
    }

    // What is sent is UTF-8, which holds no half of a surrogate pair.
    private static string Utf8(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static object? Box<T>(T value) => value;
}
