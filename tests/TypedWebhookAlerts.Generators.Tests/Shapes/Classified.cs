using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Compliance.Classification;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;

public enum Area : byte { Home, Work }

public sealed class PrivateDataAttribute() : DataClassificationAttribute(new DataClassification("Shop", "Private"));

public sealed class AreaDataAttribute : DataClassificationAttribute
{
    public AreaDataAttribute(object? area, Type? type = null)
        : base(new DataClassification("Shop", $"Area {area}{type?.Name}"))
    {
    }

    public AreaDataAttribute(string name, params Type[] types)
        : base(new DataClassification(name, types.Length.ToString()))
    {
    }

    public AreaDataAttribute(
        bool a, byte b, sbyte c, short d, ushort e, uint f, long g, ulong h, char i, float j, double k, Area l, int[]? m,
        object[] n)
        : base(new DataClassification("Shop", $"{a}{b}{c}{d}{e}{f}{g}{h}{i}{j}{k}{l}{m?.Length}{n.Length}"))
    {
    }

    public required string Reason { get; set; }
}

[Experimental("SHOP01")]
public sealed class NewDataAttribute() : DataClassificationAttribute(DataClassification.Unknown);

public record Person(string Name, [PrivateData] string Mail)
{
    [AreaData(Area.Home, typeof(List<>), Reason = "law")]
    public string? Street;
}

[PrivateData]
public readonly record struct Card(long Number);

public static partial class PersonAlerts
{
    [WebhookAlert(LogLevel.Error, "{mail,-8}|{age:N1}|{since:<t:R>}|{area}|{isNew}|{letter}|{site}|{id}", Title = "{mail}")]
    public static partial void Values(
        [PrivateData, AlertKey] string? mail, [PrivateData] double? age, [PrivateData] DateTime since,
        [PrivateData] Area? area, [PrivateData] bool isNew, [PrivateData] char letter, [PrivateData] Uri site,
        [PrivateData] ulong id, [PrivateData, AlertField("Since", Inline = true, CodeBlock = true)] TimeSpan left);

    [WebhookAlert(LogLevel.Error, "{person.Name}, {person.Mail}, {person.Mail.Length}, {person.Street}, {person}", Footer = "{card}")]
    public static partial bool Members(Person person, Card? card, IReadOnlyList<Person> others, [PrivateData] Version version);

    [WebhookAlert(LogLevel.Error, "{text}{bytes}{numbers}")]
    public static partial AlertReceipt Spans(
        [PrivateData] ReadOnlySpan<char> text, [PrivateData] ReadOnlySpan<byte> bytes, [PrivateData] Span<int> numbers);

    [WebhookAlert(LogLevel.Error, "{first}")]
    public static partial AlertIncident Exceptions(
        [PrivateData] Exception first, [PrivateData, AlertField] TimeoutException? second, [PrivateData] Exception third);

    [WebhookAlert(LogLevel.Error, "{a}{b}{c}{d}")]
    public static partial void Arguments(
        [AreaData((object?)null, Reason = "\"law\"\n")] string a,
        [AreaData("x", Reason = "")] string b,
        [AreaData(true, 1, -2, -3, 4, 5, -6, 7, '\'', float.NaN, 1e300, (Area)200, null, new object[] { 1, "a", Area.Work, typeof(int?) },
            Reason = "law")] string c,
        [PrivateData, AreaData("y", typeof(int[]), typeof(Dictionary<,>), Reason = "law"), AreaData(7L, null, Reason = "law")] string d);

#pragma warning disable SHOP01 // an experiment that the user takes part in
    [WebhookAlert(LogLevel.Error, "{text}")]
    public static partial void Experimental<[PrivateData] T>([NewData] string text, T item);
#pragma warning restore SHOP01
}
