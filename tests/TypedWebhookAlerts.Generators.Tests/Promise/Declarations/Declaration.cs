using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.Generators.Tests.Promise.Declarations;

/// <summary>An alert as somebody might declare it.</summary>
internal sealed record Declaration
{
    /// <summary>Where it stands in its batch; it names the alert and begins its literals.</summary>
    public required int Index { get; init; }

    public required LogLevel Level { get; init; }

    public required string Template { get; init; }

    public required IReadOnlyList<DeclaredParameter> Parameters { get; init; }

    public required ReturnKind Return { get; init; }

    public string? Route { get; init; }

    public string? Title { get; init; }

    public string? Footer { get; init; }

    /// <summary>The other settings of its attribute by name.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>The limit that one of its literals is at; null if none is.</summary>
    public Limit? Limit { get; init; }

    /// <summary>Whether its description is one literal and nothing else.</summary>
    public bool IsDescriptionLiteral { get; init; }

    public bool IsExtension { get; init; }

    /// <summary>The alert itself and a method that calls it with boxed arguments: spans cannot be passed
    /// otherwise.</summary>
    public string Source
    {
        get
        {
            var receiver = IsExtension ? "this " : "";
            var parameters = string.Concat(Parameters.Select(parameter => $", {parameter}"));
            var arguments = string.Concat(Parameters.Select((parameter, i) => $", {parameter.Kind.Unbox($"a[{i}]")}"));
            var caller = string.Format(null, Return.Caller, $"X{Index}(pipeline{arguments})");
            return $$"""
                public static partial class A
                {
                    {{Attribute()}}
                    public static partial {{Return.Type}} X{{Index}}({{receiver}}AlertPipeline pipeline{{parameters}});

                    public static bool? Call{{Index}}(AlertPipeline pipeline, object?[] a) { {{caller}} }
                }
                """;
        }
    }

    /// <summary>What the histogram counts of it.</summary>
    public IEnumerable<string> Covered
        => Parameters.Select(parameter => $"type {parameter.Kind.Type}")
            .Concat(Parameters.SelectMany(parameter => parameter.Attributes)
                .SelectMany(attribute => attribute.Split('(', ')', ' ', ','))
                .Where(word => word
                    is "AlertField" or "Inline" or "CodeBlock" or "AlertKey" or "UserId" or "Secret" or "AlertList")
                .Select(word => $"parameter {word}"))
            .Concat(Settings.Keys.Select(setting => $"setting {setting}"))
            .Append($"level {Level}")
            .Append($"returns {Return.Type}")
            .Append(Title is null ? "setting no title" : "setting Title")
            .Append(Footer is null ? "setting no footer" : "setting Footer")
            .Append($"route {Route ?? "by level"}")
            .Append(Limit is null ? "limit none" : $"limit {Limit}")
            .Distinct();

    /// <summary>A text as C# writes it.</summary>
    public static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    private string Attribute()
    {
        var text = new StringBuilder($"[WebhookAlert(LogLevel.{Level}, {Literal(Template)}");
        text.Append(Route is null ? "" : $", {Literal(Route)}");
        text.Append(Title is null ? "" : $", Title = {Literal(Title)}");
        text.Append(Footer is null ? "" : $", Footer = {Literal(Footer)}");
        foreach (var (name, value) in Settings)
        {
            text.Append(null, $", {name} = {value}");
        }

        return text.Append(")]").ToString();
    }
}
