namespace TypedWebhookAlerts.Testing.Payloads;

/// <summary>A file of a request in parts.</summary>
/// <param name="Index">The number in the part's name, <c>files[n]</c>, by which the payload calls it.</param>
/// <param name="Name">The part's file name.</param>
/// <param name="Content">The bytes.</param>
internal sealed record UploadedFile(ulong Index, string Name, byte[] Content);
