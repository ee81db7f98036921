namespace TypedWebhookAlerts.Generators.Tests.Promise.Subjects;

/// <summary>A class of a user's: dotted holes read it, and it shows itself by whatever it was given.</summary>
public sealed class Member(string? name, Guild? guild)
{
    /// <summary>Read as <c>{member.Name}</c>.</summary>
    public string? Name => name;

    /// <summary>Read as <c>{member.Guild.Name}</c>.</summary>
    public Guild? Guild => guild;

    /// <summary>Throws where there is no name: a call must survive it.</summary>
    public int Length => name!.Length;

    /// <summary>May itself be null.</summary>
    public override string? ToString() => name;
}
