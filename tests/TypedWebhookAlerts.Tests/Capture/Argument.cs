using TypedWebhookAlerts.Capture;
using Xunit;

namespace TypedWebhookAlerts.Tests.Capture;

/// <summary>One argument of an alert as generated code treats it: sized, written, read, and read for a
/// catalogue.</summary>
internal abstract record Argument
{
    public abstract int Size { get; }

    public abstract AlertParameter Parameter { get; }

    /// <summary>What the parameter's typed read gives.</summary>
    public abstract object? Boxed { get; }

    public abstract void WriteTo(ref AlertWriter writer);

    public abstract void AssertReadFrom(ref AlertReader reader);

    public abstract void AssertEmpty(ref AlertReader reader);
}

internal sealed record ValueArgument<T>(T Value) : Argument
    where T : unmanaged
{
    public override int Size => AlertWriter.SizeOf<T>();

    public override AlertParameter Parameter => AlertParameter.Value<T>("value");

    public override object? Boxed => Value;

    public override void WriteTo(ref AlertWriter writer) => writer.Write(Value);

    public override void AssertReadFrom(ref AlertReader reader) => Assert.Equal(Value, reader.Read<T>());

    public override void AssertEmpty(ref AlertReader reader) => Assert.Equal(default, reader.Read<T>());
}

internal sealed record NullableArgument<T>(T? Value) : Argument
    where T : unmanaged
{
    public override int Size => AlertWriter.SizeOfNullable<T>();

    public override AlertParameter Parameter => AlertParameter.Nullable<T>("nullable");

    public override object? Boxed => Value;

    public override void WriteTo(ref AlertWriter writer) => writer.WriteNullable(Value);

    public override void AssertReadFrom(ref AlertReader reader) => Assert.Equal(Value, reader.ReadNullable<T>());

    public override void AssertEmpty(ref AlertReader reader) => Assert.Null(reader.ReadNullable<T>());
}

internal sealed record TextArgument(string? Value) : Argument
{
    public override int Size => AlertWriter.SizeOf(Value);

    public override AlertParameter Parameter => AlertParameter.Text("text");

    public override object? Boxed => Value?[..CapturedText.LengthOf(Value)];

    public override void WriteTo(ref AlertWriter writer) => writer.Write(Value);

    public override void AssertReadFrom(ref AlertReader reader)
    {
        var text = reader.ReadText();
        Assert.Equal(Value is null, text.IsNull);
        Assert.Equal(Boxed ?? string.Empty, text.Value.ToString());
        Assert.Equal(Value?.Length > text.Value.Length, text.IsCut);
    }

    public override void AssertEmpty(ref AlertReader reader)
    {
        var text = reader.ReadText();
        Assert.True(text.Value.IsEmpty);
        Assert.False(text.IsCut);
    }
}

internal sealed record ReferenceArgument(Exception? Value) : Argument
{
    public override int Size => AlertWriter.ReferenceSize;

    public override AlertParameter Parameter => AlertParameter.Exception("exception");

    public override object? Boxed => Value;

    public override void WriteTo(ref AlertWriter writer) => writer.WriteReference(Value);

    public override void AssertReadFrom(ref AlertReader reader)
        => Assert.Same(Value, reader.ReadReference<Exception>());

    public override void AssertEmpty(ref AlertReader reader) => Assert.Null(reader.ReadReference<Exception>());
}
