using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedWebhookAlerts.Generators.Emission;
using TypedWebhookAlerts.Generators.Parsing;

namespace TypedWebhookAlerts.Generators.Analyzers;

/// <summary>TWA1016: a value of an attribute that means nothing.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class SettingOutOfRangeAnalyzer() : AlertAnalyzer(Rules.SettingOutOfRange)
{
    private const int None = 6;
    private const int MaxColor = 0xFFFFFF;
    private const int MaxItems = 100;

    // The same bound as of the options CoalesceWindow and OpenAfter: a day.
    private const int Day = 86_400;

    protected override IEnumerable<Diagnostic> Check(AlertDeclaration alert)
        => Level(alert).Concat(Route(alert)).Concat(Numbers(alert)).Concat(Lists(alert));

    private IEnumerable<Diagnostic> Level(AlertDeclaration alert)
    {
        if (alert.Argument(0) is int level and not (>= 0 and < None))
        {
            yield return Report(
                AttributeLocations.Argument(alert, "level"),
                "The level",
                Levels.Name(level) ?? Text(level),
                "no such alert is ever sent: take one from Trace to Critical");
        }
    }

    private IEnumerable<Diagnostic> Route(AlertDeclaration alert)
    {
        if (alert.Argument(2) is string route && string.IsNullOrWhiteSpace(route))
        {
            yield return Report(
                AttributeLocations.Argument(alert, "route"),
                "The route",
                route.Length == 0 ? "empty" : "white space",
                "name one, or leave it out so that the level decides");
        }
    }

    private IEnumerable<Diagnostic> Numbers(AlertDeclaration alert)
    {
        foreach (var argument in alert.Attribute.NamedArguments)
        {
            if (argument.Value.Value is int value && Expected(argument.Key, value) is { } expected)
            {
                yield return Report(
                    AttributeLocations.Argument(alert, argument.Key), argument.Key, Text(value), expected);
            }
        }
    }

    private static string? Expected(string name, int value)
        => name switch
        {
            "Color" when value is < -1 or > MaxColor
                => "a colour is 0x000000 to 0xFFFFFF, or -1 for the level's",
            "CoalesceSeconds" when value is < -1 or > Day
                => "repeats are folded for 1 to 86400 seconds (a day), never (0), or as the options say (-1)",
            "OpenAfterSeconds" when value is < -1 or > Day
                => "an incident is shown after 1 to 86400 seconds (a day), at once (0), or as the options say (-1)",
            "MaxPerMinute" when value < 0
                => "at least one alert a minute can be accepted, or any number (0)",
            _ => null,
        };

    private IEnumerable<Diagnostic> Lists(AlertDeclaration alert)
        => from parameter in alert.Values
           let list = ParameterAttributes.List(parameter)
           where list is not null
           from argument in list.NamedArguments
           where argument.Key == "MaxItems" && argument.Value.Value is int and not (>= 1 and <= MaxItems)
           select Report(
               AttributeLocations.Argument(list, "MaxItems"),
               "MaxItems",
               Text((int)argument.Value.Value!),
               "a list shows 1 to 100 items");

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
