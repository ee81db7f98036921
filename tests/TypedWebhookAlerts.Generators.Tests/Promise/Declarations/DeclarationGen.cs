using CsCheck;
using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.Generators.Tests.Promise.Declarations;

/// <summary>
/// Makes batches of declarations. Each is random; which kind of parameter it has for certain, which limit it is at and
/// which mistake it makes goes by its place, so that a batch of sixty has seen all of them.
/// </summary>
internal static class DeclarationGen
{
    /// <summary>Every so many declarations one is at a limit, and one is wrong.</summary>
    private const int LimitEvery = 3;
    private const int MistakeEvery = 12;

    /// <summary>Every so many declarations one shows a text in each way for certain.</summary>
    private const int TextsEvery = 4;

    private static readonly DeclaredParameter[] s_texts =
    [
        new(ParameterKinds.Text, "", ["AlertField"]), new(ParameterKinds.Text, "", ["AlertField(CodeBlock = true)"]),
    ];

    private static readonly Gen<string> s_alignment = Gen.OneOfConst("", "", "", ",5", ",-12", ",60");

    private static readonly Gen<string[]> s_attributes = Gen.Frequency(
        (6, Gen.Const(Array.Empty<string>())),
        (2, Gen.OneOfConst<string[]>(
            ["AlertField"], ["AlertField(Inline = true)"], ["AlertField(CodeBlock = true)"],
            ["AlertField(Inline = true, CodeBlock = true)"], ["AlertField(\"**Why** `\"), AlertKey"])),
        (1, Gen.OneOfConst<string[]>(["AlertKey"], ["Secret"], ["Secret, AlertField"])));

    public static Gen<Declaration[]> Batch(int count)
        => Enumerable.Range(0, count).Aggregate(
            Gen.Const(Array.Empty<Declaration>()),
            (batch, index) => Gen.Select(batch, At(index), (all, next) => (Declaration[])[.. all, next]));

    private static Gen<Declaration> At(int index)
    {
        var limit = index % LimitEvery == 0 ? Limit.All[index / LimitEvery % Limit.All.Count] : null;
        var declaration = Parameters(index, limit).SelectMany(parameters => With(index, limit, parameters));
        return index % MistakeEvery == 7
            ? declaration.Select(right => Mistakes.Make(right, index / MistakeEvery))
            : declaration;
    }

    private static Gen<DeclaredParameter[]> Parameters(int index, Limit? limit)
    {
        var certain = ParameterKinds.All[index % ParameterKinds.All.Count];
        if (limit is { Part: LimitedPart.Fields })
        {
            // An exception is not a field by itself, nor is what stands in a hole: all of these are.
            return Gen.OneOfConst(ParameterKinds.All.ToArray()).Select(Field).Array[limit.Length];
        }

        // A text says more than all others together, and so does an exception.
        var others = Gen.Frequency(
            (3, Gen.OneOfConst(ParameterKinds.All.ToArray())),
            (2, Gen.Const(ParameterKinds.Text)),
            (1, Gen.Const(ParameterKinds.Exception))).Array[0, 4];
        var all = others.SelectMany(kinds => All([certain, .. kinds], index, limit));
        return index % TextsEvery == 1
            ? all.Select(parameters => (DeclaredParameter[])[.. parameters, .. s_texts])
            : all;
    }

    private static DeclaredParameter Field(ParameterKind kind) => new(kind, "", ["AlertField"]);

    private static Gen<DeclaredParameter[]> All(ParameterKind[] kinds, int index, Limit? limit)
        => kinds.Select((kind, place) => place == 0 && limit is { Part: LimitedPart.FieldName }
                ? LiteralText.OfLength($"F{index} ", limit.Length).Select(name
                    => new DeclaredParameter(kind, "", [$"AlertField({Declaration.Literal(name)})"], name))
                : Parameter(kind))
            .Aggregate(
                Gen.Const(Array.Empty<DeclaredParameter>()),
                (all, next) => Gen.Select(all, next, (before, one) => (DeclaredParameter[])[.. before, one]));

    private static Gen<DeclaredParameter> Parameter(ParameterKind kind)
        => Gen.Select(s_attributes, Gen.Bool, (attributes, isOwn)
            => new DeclaredParameter(
                kind, "", isOwn && kind.Attributes.Count > 0 ? [kind.Attributes[0]] : attributes));

    private static Gen<Declaration> With(int index, Limit? limit, DeclaredParameter[] unnamed)
    {
        DeclaredParameter[] parameters = [.. unnamed.Select((parameter, i) => parameter with { Name = $"p{i}" })];
        var isAt = limit?.Part;
        var hasException = parameters.Any(parameter
            => parameter.Kind.Type.Contains("Exception", StringComparison.Ordinal));
        var template = isAt switch
        {
            LimitedPart.Description => LiteralText.OfLength($"D{index} ", limit!.Length),
            LimitedPart.Fields => LiteralText.Any,
            _ => Template(parameters),
        };
        var title = isAt == LimitedPart.Title
            ? LiteralText.OfLength($"T{index} ", limit!.Length).Select(text => (string?)text)
            : Gen.Frequency((2, Gen.Const((string?)null)), (3, Template(parameters).Select(text => (string?)text)));
        var footer = isAt == LimitedPart.Footer
            ? LiteralText.OfLength("", limit!.Length).Select(text => (string?)text)
            : Gen.Frequency((3, Gen.Const((string?)null)), (2, Template(parameters).Select(text => (string?)text)));
        var rest = Gen.Select(
            Gen.Enum<LogLevel>().Where(level => level != LogLevel.None), Settings(index),
            Gen.OneOfConst(null, "error", "info", "nowhere"), Gen.OneOfConst(ReturnKind.All.ToArray()), Gen.Bool);
        return Gen.Select(template, title, footer, rest, (text, heading, foot, others) => new Declaration
        {
            Index = index,
            Level = others.Item1,
            Template = text,
            Title = heading,
            Footer = foot,
            Parameters = parameters,
            Settings = others.Item2,
            Route = others.Item3,
            Return = others.Item4,
            IsExtension = others.Item5,
            Limit = limit,
            IsDescriptionLiteral = isAt == LimitedPart.Description && !hasException,
        });
    }

    private static Gen<Dictionary<string, string>> Settings(int index)
        => Gen.Select(
            Optional("Color", "0", "0xFFFFFF", "-1"),
            Optional("EventId", $"{1000 + index}"),
            Optional("EventName", $"\"Named{index}\""),
            Optional("CoalesceSeconds", "0", "1", "86400"),
            Optional("MaxPerMinute", "1", "1000"))
            .Select((a, b, c, d, e) => new[] { a, b, c, d, e }
                .Where(setting => setting.Value is not null)
                .ToDictionary(setting => setting.Name, setting => setting.Value!));

    private static Gen<string> Template(DeclaredParameter[] parameters)
        => Gen.Frequency((3, LiteralText.Any), (4, Hole(parameters))).Array[0, 5].Select(string.Concat);

    private static Gen<string> Hole(DeclaredParameter[] parameters)
        => Gen.OneOfConst(parameters).SelectMany(parameter => Gen.Select(
            Gen.OneOfConst(parameter.Kind.Paths.ToArray()),
            s_alignment,
            Gen.OneOfConst(parameter.Kind.Formats.Select(format => format.Length == 0 ? "" : ":" + format).ToArray()),
            (path, alignment, format) => $"{{{parameter.Name}{path}{alignment}{format}}}"));

    private static Gen<(string Name, string? Value)> Optional(string name, params string[] values)
        => Gen.OneOfConst([null, null, null, null, .. values]).Select(value => (name, value));
}
