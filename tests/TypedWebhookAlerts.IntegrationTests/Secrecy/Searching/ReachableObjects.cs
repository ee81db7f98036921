using System.Collections;
using System.Reflection;

namespace TypedWebhookAlerts.IntegrationTests.Secrecy.Searching;

/// <summary>The library's own objects that hang on one, public or not, and what each prints itself as.</summary>
internal static class ReachableObjects
{
    private const int Most = 200_000;

    private const BindingFlags Fields =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>Type and text of each object of the library's that has a <c>ToString()</c> of its own.</summary>
    public static IEnumerable<(string Type, string? Text)> Printed(object root)
        => from thing in From(root)
           where IsOurs(thing.GetType())
           let print = thing.GetType().GetMethod(nameof(ToString), Type.EmptyTypes)
           where print is not null && IsOurs(print.DeclaringType!)
           select (thing.GetType().Name, thing.ToString());

    private static IEnumerable<object> From(object root)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance) { root };
        var open = new Queue<object>([root]);
        while (open.TryDequeue(out var thing) && seen.Count < Most)
        {
            yield return thing;
            foreach (var next in Next(thing))
            {
                if (next is not string && IsWalked(next.GetType()) && seen.Add(next))
                {
                    open.Enqueue(next);
                }
            }
        }
    }

    private static IEnumerable<object> Next(object thing)
    {
        if (thing is Array array)
        {
            return array.GetType().GetElementType()!.IsPrimitive ? [] : ((IEnumerable)array).OfType<object>();
        }

        var types = new List<Type>();
        for (var type = thing.GetType(); type is not null; type = type.BaseType)
        {
            types.Add(type);
        }

        return types
            .SelectMany(type => type.GetFields(Fields))
            .Where(field => !field.FieldType.IsPointer && !field.FieldType.IsByRefLike && !field.FieldType.IsPrimitive)
            .Select(field => field.GetValue(thing))
            .OfType<object>();
    }

    /// <summary>What the library holds, and the collections and delegates between.</summary>
    private static bool IsWalked(Type type)
        => IsOurs(type) || type.IsArray || typeof(Delegate).IsAssignableFrom(type)
            || type.Namespace?.StartsWith("System.Collections", StringComparison.Ordinal) == true
            || type.Namespace is "System" or "System.Threading.Tasks" or "Polly";

    private static bool IsOurs(Type type) => type.Assembly == typeof(AlertPipeline).Assembly;
}
