using System;
using System.Collections.Generic;
using TypedWebhookAlerts;

namespace Shop;

/// <summary>Calls every alert of the library.</summary>
public static class Calls
{
    /// <returns>What the calls answered.</returns>
    public static List<object> All(AlertPipeline pipeline)
    {
        var at = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2));
        var answers = new List<object>();
        BotAlerts.CommandFailed("music", "no *voice*", 42, new InvalidOperationException("above"));
        answers.Add(BotAlerts.NoArguments());
        BotAlerts.Integers(-1, 2, -3, 4, -5, 6, -7, 8, -9, 10);
        answers.Add(BotAlerts.Values(
            1.5f, double.NaN, (Half)2.25, -3.5m, -1, UInt128.MaxValue, Guid.Empty, true, '"', TimeSpan.FromHours(26),
            at.DateTime, new DateOnly(2026, 1, 2), new TimeOnly(3, 4), at));
        BotAlerts.Missing(null, null, null, null, null, null, null, null, null, null, null, null, null);
        BotAlerts.Missing(
            1, 2.5, false, 'c', Guid.Empty, TimeSpan.Zero, Shelf.Bottom, Rights.Owner, at.UtcDateTime, at, "text",
            new Distance(3), new NotSupportedException("below"));
        BotAlerts.Names((Shelf)5, Rights.Read | Rights.Owner, at, at.UtcDateTime);
        answers.Add(BotAlerts.Dotted(null));
        answers.Add(BotAlerts.Dotted(
            new Member { Guild = new Guild { Size = 1234 }, Avatar = new Uri("https://example.com/a b") }));
        answers.Add(BotAlerts.Unreadable(new Member()));
        BotAlerts.UnreadableInSilence(new Member());
        BotAlerts.Rendered(
            new Version(1, 2), new Distance(1234.56), 7.25, (1, "a"), new Uri("page", UriKind.Relative), "d");
        BotAlerts.KeysAndSecrets("ann", "hunter2", at.DateTime, new NotSupportedException("below"), 42);
        BotAlerts.Settings(new InvalidOperationException("above"));
        BotAlerts.Spans("abcdef".AsSpan(2, 3), ['x', 'y'], 9);
        BotAlerts.Generic<string, int, double>("item", 3, null);
        pipeline.Overloaded(1);
        answers.Add(((AlertPipeline?)null).Overloaded("two"));
        new FieldAlerts(pipeline).Raise(3);
        new RecordAlerts(pipeline).Raise(4);
        IShelfAlerts<string> shelf = new ShelfAlerts(pipeline);
        answers.Add(shelf.Raise("five"));
        new IShelfAlerts<string>.Place<int>(6).Missing("six", 6);
        answers.Add(ManyAlerts.Lists(["a", null, "c"], [10, 11], ["x"], new System.Collections.ArrayList { 1, "b" }, 1, 2));
        answers.Add(ManyAlerts.Bytes("Größe"u8, new Version(1, 2), 1234, null));
        answers.Add(ManyAlerts.Unreadable(new Unshown())!);
        PersonAlerts.Classified(
            "ann@example.com", new Person("Ann", "ann@example.org"), 41.5, Shelf.Middle, 7, new TimeoutException("late"));
        answers.Add(BotAlerts.CommandFailedIsEnabled());
        answers.Add(pipeline.OverloadedIsEnabled());
        return answers;
    }
}
