using System.Collections;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.Tests.Options;

/// <summary>Finds all options by reflection, so that a test meets each one, also those that are not written
/// yet.</summary>
internal static class OptionLeaves
{
    /// <summary>What only code can set: objects.</summary>
    private static readonly string[] s_codeOnly =
    [
        nameof(WebhookAlertOptions.TimeProvider), nameof(WebhookAlertOptions.HttpMessageHandler),
        nameof(WebhookAlertOptions.LoggerFactory), nameof(WebhookAlertOptions.Context),
        nameof(WebhookAlertOptions.RedactorProvider),
    ];

    public static IReadOnlyList<OptionLeaf> All { get; } =
        [.. Of(typeof(WebhookAlertOptions), "", static options => options, new WebhookAlertOptions())];

    private static IEnumerable<OptionLeaf> Of(
        Type type, string prefix, Func<WebhookAlertOptions, object?> holder, object example)
        => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => !s_codeOnly.Contains(property.Name))
            .SelectMany(property => Of(property, prefix + property.Name, holder, property.GetValue(example)));

    private static IEnumerable<OptionLeaf> Of(
        PropertyInfo property, string path, Func<WebhookAlertOptions, object?> holder, object? example)
    {
        object? Value(WebhookAlertOptions options) => holder(options) is { } held ? property.GetValue(held) : null;

        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (property.Name == nameof(WebhookAlertOptions.LevelRoutes))
        {
            return [new OptionLeaf(path + ":Debug", "ops", options
                => options.LevelRoutes
                    .TryGetValue(LogLevel.Debug, out var routes) ? string.Join(',', routes) : null, IsText: true)];
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IDictionary<,>))
        {
            var each = type.GetGenericArguments()[1];
            if (each == typeof(string))
            {
                return [new OptionLeaf(path + ":x", "a text", options
                    => Text(((IDictionary)Value(options)!)["x"]), IsText: true)];
            }

            return Of(
                each, path + ":x:", options => ((IDictionary)Value(options)!)["x"], Activator.CreateInstance(each)!);
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IList<>))
        {
            var isText = type.GetGenericArguments()[0] == typeof(string);
            return [new OptionLeaf(path + ":0", isText ? "item" : "77", options => List(Value(options)), isText)];
        }

        return type.IsClass && type != typeof(string) && type != typeof(CultureInfo)
            ? Of(type, path + ":", Value, example!)
            : [new OptionLeaf(path, Other(type, example), options => Text(Value(options)), type == typeof(string))];
    }

    private static string? List(object? list)
        => list is IEnumerable items ? string.Join(',', items.Cast<object>().Select(Text)) : null;

    private static string? Text(object? value)
        => value switch
        {
            null => null,
            bool on => on ? "true" : "false",
            TimeSpan time => time.ToString("c", CultureInfo.InvariantCulture),
            CultureInfo culture => culture.Name,
            _ => Convert.ToString(value, CultureInfo.InvariantCulture),
        };

    /// <summary>A value that is not the one that is there by default.</summary>
    private static string Other(Type type, object? value)
        => type switch
        {
            _ when type == typeof(bool) => value is true ? "false" : "true",
            _ when type == typeof(string) => "a text",
            _ when type == typeof(CultureInfo) => "de-DE",
            _ when type == typeof(TimeSpan) => "00:01:02.5000000",
            _ when type == typeof(double) => "12.5",
            _ when type.IsEnum => Enum.GetNames(type).First(name => name != value?.ToString()),
            _ => "1234567",
        };
}
