using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Compliance.Classification;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;

namespace Shop;

// A library as users would write it, with an alert of every shape. It is kept with the code that version 1.0 generated
// for it, and never changed: what is added later stands in a folder of its own.

public enum Shelf { Top, Middle, Bottom = 7 }

[Flags]
public enum Rights : ulong { None, Read = 1, Write = 2, Owner = 1UL << 63 }

public sealed class Guild
{
    public string Name = "Café";
    public int? Size;
}

public sealed class Member
{
    public Guild? Guild;
    public Uri? Avatar;
    public string Broken => throw new InvalidTimeZoneException("no zone");
}

public readonly struct Distance(double metres) : ISpanFormattable
{
    public bool TryFormat(Span<char> room, out int written, ReadOnlySpan<char> format, IFormatProvider? provider)
        => room.TryWrite(provider, $"{metres:F1} m", out written);

    public string ToString(string? format, IFormatProvider? provider)
        => string.Create(provider, $"{metres:F1} m");
}

public static partial class BotAlerts
{
    [WebhookAlert(LogLevel.Error, "{message}", "error", Title = "🚨 Command failed", Footer = "StatsBot")]
    public static partial void CommandFailed(
        [AlertField] string component, string message, [UserId] ulong invokedBy, Exception exception);

    [WebhookAlert(LogLevel.Critical, "on")]
    public static partial bool NoArguments();

    [WebhookAlert(LogLevel.Warning, "{a}{b}{c}{d}{e}{f}{g}{h}{i}{j}")]
    public static partial void Integers(
        sbyte a, byte b, short c, ushort d, int e, uint f, long g, ulong h, nint i, nuint j);

    [WebhookAlert(LogLevel.Warning, "{a:F1} {b:N2} {c,8:E2} {d,-8:C}| {e:X} {f} {g:N} {h} {i} {j:c} {k} {l} {m} {n:o}")]
    public static partial bool Values(
        float a, double b, Half c, decimal d, Int128 e, UInt128 f, Guid g, bool h, char i, TimeSpan j, DateTime k,
        DateOnly l, TimeOnly m, DateTimeOffset n);

    [WebhookAlert(LogLevel.Debug, "{a} {b,6:N1} {c} {d} {e} {f} {g,4} {h} {i:<t:R>} {j:<t>} {k} {l} {m}")]
    public static partial void Missing(
        int? a, double? b, bool? c, char? d, Guid? e, TimeSpan? f, Shelf? g, Rights? h, DateTime? i, DateTimeOffset? j,
        string? k, Distance? l, Exception? m);

    [WebhookAlert(LogLevel.Trace, "{shelf} {shelf:D} {rights,12} {rights:X} {at:<t:R>} {on:<t:D>} {on:yyyy}")]
    public static partial void Names(Shelf shelf, Rights rights, DateTimeOffset at, DateTime on);

    [WebhookAlert(
        LogLevel.Error, "{member.Guild.Name} ({member.Guild.Size:N0}) {member.Guild.Name.Length} {member.Avatar}")]
    public static partial bool Dotted(Member? member);

    [WebhookAlert(LogLevel.Error, "{member.Broken}")]
    public static partial bool Unreadable(Member member);

    [WebhookAlert(LogLevel.Error, "{member.Broken}")]
    public static partial void UnreadableInSilence(Member member);

    [WebhookAlert(LogLevel.Error, "{version:2} {distance,9} {anything:N1} {pair} {page}")]
    public static partial void Rendered(
        Version version, Distance distance, object anything, (int, string) pair, Uri page, dynamic free);

    [WebhookAlert(LogLevel.Error, "{token,10}|{user}", Title = "Login of {user}", Footer = "by {user} at {at:HH:mm}")]
    public static partial void KeysAndSecrets(
        [AlertKey] string user, [Secret] string token, [AlertField("Since", Inline = true)] DateTime at,
        [AlertField("Stack trace", CodeBlock = true), AlertKey] Exception cause, [UserId] long? owner);

    [WebhookAlert(
        LogLevel.Error, "{cause}", "error", Color = 0xE01E5A, EventId = 12, EventName = "Stuck", CoalesceSeconds = 0,
        MaxPerMinute = 6)]
    public static partial void Settings(Exception cause);

    [WebhookAlert(LogLevel.Error, "{part,5}|{room}|{@class}|\"{{}}\"\\")]
    public static partial void Spans(
        scoped ReadOnlySpan<char> part, Span<char> room, in int @class, [CallerMemberName] string member = "");

    [WebhookAlert(LogLevel.Error, "{item} {key} {left}")]
    public static partial void Generic<TItem, TKey, TLeft>(TItem item, TKey key, TLeft? left)
        where TItem : class where TKey : unmanaged where TLeft : struct;

    [WebhookAlert(LogLevel.Error, "{number}")]
    public static partial void Overloaded(this AlertPipeline? pipeline, int number);

    [WebhookAlert(LogLevel.Error, "{text}")]
    public static partial bool Overloaded(this AlertPipeline? pipeline, string text);
}

public partial class FieldAlerts(AlertPipeline alerts)
{
    private readonly AlertPipeline _alerts = alerts;

    [WebhookAlert(LogLevel.Error, "{a}")]
    public partial void Raise(int a);
}

public partial record RecordAlerts(AlertPipeline Alerts)
{
    [WebhookAlert(LogLevel.Error, "{a}")]
    public partial void Raise(int a);
}

public partial interface IShelfAlerts<T>
{
    AlertPipeline Alerts { get; }

    internal readonly partial record struct Place<TKey>(TKey Key)
    {
        [WebhookAlert(LogLevel.Error, "{item} is not at {key}")]
        internal readonly partial void Missing(T item, TKey key);
    }

    [WebhookAlert(LogLevel.Error, "{item}")]
    public partial bool Raise(T item);
}

public sealed class ShelfAlerts(AlertPipeline alerts) : IShelfAlerts<string>
{
    public AlertPipeline Alerts => alerts;
}

public static partial class ManyAlerts
{
    [WebhookAlert(LogLevel.Error, "{array}|{list:X2}|{some}|{untyped}|{span}", Title = "Lists")]
    public static partial AlertReceipt Lists(
        [AlertList(MaxItems = 2)] string?[]? array, System.Collections.Generic.List<int> list,
        System.Collections.Generic.IReadOnlyCollection<string> some, System.Collections.IEnumerable untyped,
        params ReadOnlySpan<int> span);

    [WebhookAlert(LogLevel.Critical, "{utf8}|{version}|{one:N1}|{none}", OpenAfterSeconds = 30)]
    public static partial AlertIncident Bytes(
        ReadOnlySpan<byte> utf8, Version version, System.Numerics.BigInteger one, System.Numerics.BigInteger? none);

    [WebhookAlert(LogLevel.Error, "{item}")]
    public static partial AlertReceipt? Unreadable(object item);
}

public sealed class PrivateDataAttribute() : DataClassificationAttribute(new DataClassification("Shop", "Private"));

public sealed record Person(string Name, [PrivateData] string Mail);

public static partial class PersonAlerts
{
    [WebhookAlert(LogLevel.Error, "{mail,10}|{person.Name}|{person.Mail}|{age:N1}|{shelf}|{open}|{cause}")]
    public static partial void Classified(
        [PrivateData, AlertKey] string mail, Person person, [PrivateData] double? age, [PrivateData] Shelf shelf,
        [NoDataClassification] int open, [PrivateData] Exception cause);
}

public sealed class Unshown
{
    public override string ToString() => throw new NotSupportedException("not shown");
}
