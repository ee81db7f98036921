using System.Collections;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace TypedWebhookAlerts.IntegrationTests.Secrecy.Searching;

/// <summary>All that an object shows to whoever prints or serializes it: its <c>ToString()</c>, its public properties
/// and
/// fields, its elements, and theirs.</summary>
internal sealed class ObjectTexts
{
    private const int Deepest = 6;
    private const int MostObjects = 5000;
    private const int MostElements = 200;

    /// <summary>They lead to everything, and show nothing of it.</summary>
    private static readonly string[] s_passages =
    [
        "System.Reflection",
        "System.Threading",
        "System.IO",
        "System.Runtime",
        "System.Net.Sockets",
        "System.Globalization",
    ];

    private readonly HashSet<object> _seen = new(ReferenceEqualityComparer.Instance);
    private readonly List<(string Place, string Text)> _texts = [];

    private ObjectTexts()
    {
    }

    /// <summary>Its texts, with where they stand.</summary>
    /// <param name="name">What the object is called.</param>
    /// <param name="thing">The object.</param>
    public static IReadOnlyList<(string Place, string Text)> Of(string name, object? thing)
    {
        var texts = new ObjectTexts();
        texts.Add(name, thing, depth: 0);
        return texts._texts;
    }

    private void Add(string place, object? thing, int depth)
    {
        if (thing is null || IsOfTheApplication(thing) || depth > Deepest || _seen.Count > MostObjects)
        {
            return;
        }

        if (thing is byte[] bytes)
        {
            _texts.Add((place, Encoding.UTF8.GetString(bytes)));
            return;
        }

        _texts.Add((place, Ask(() => Convert.ToString(thing, CultureInfo.InvariantCulture)) ?? string.Empty));
        var type = thing.GetType();
        if (thing is string or Delegate or Type || type.IsPrimitive || type.IsEnum
            || IsPassage(type) || IsSeenItself(thing, depth))
        {
            return;
        }

        if (type.IsValueType || _seen.Add(thing))
        {
            AddMembers(place, thing, type, depth + 1);
            AddElements(place, thing as IEnumerable, depth + 1);
        }
    }

    /// <summary>Where the application itself keeps the address: in its configuration, and in the options that it
    /// sets.</summary>
    private static bool IsOfTheApplication(object thing)
        => thing is IConfiguration or IConfigurationBuilder or IConfigurationProvider or IConfigurationSource
            or IServiceProvider or IServiceCollection or IHostApplicationBuilder or RouteOptions or WebhookAlertOptions;

    private static bool IsPassage(Type type)
        => Array.Exists(s_passages, space => type.Namespace?.StartsWith(space, StringComparison.Ordinal) == true)
            && !typeof(Exception).IsAssignableFrom(type);

    /// <summary>An activity's parent is looked at in its turn.</summary>
    private static bool IsSeenItself(object thing, int depth)
        => thing is ActivitySource || (thing is Activity && depth > 0);

    private void AddMembers(string place, object thing, Type type, int depth)
    {
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.CanRead && property.GetIndexParameters().Length == 0 && !property.PropertyType.IsByRefLike)
            {
                Add($"{place}.{property.Name}", Ask(() => property.GetValue(thing)), depth);
            }
        }

        foreach (var field in type.GetFields(BindingFlags.Public | BindingFlags.Instance))
        {
            Add($"{place}.{field.Name}", field.GetValue(thing), depth);
        }
    }

    private void AddElements(string place, IEnumerable? elements, int depth)
    {
        if (elements is null)
        {
            return;
        }

        foreach (var (index, element) in Ask(() => elements.Cast<object?>().Take(MostElements).ToList())?.Index() ?? [])
        {
            Add($"{place}[{index}]", element, depth);
        }
    }

    /// <summary>A property that throws shows nothing.</summary>
    private static T? Ask<T>(Func<T?> read)
    {
        // It may be anybody's, and throw anything.
        try
        {
            return read();
        }
        catch (Exception)
        {
            return default;
        }
    }
}
