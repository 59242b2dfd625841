namespace TransformationPortal.Annexes.Packages;

/// <summary>
/// A stream that can only be written on, whatever the one under it can do, and that calls the one under it asynchronously
/// only: what is written in any other way waits for the next asynchronous call. It leaves the one under it open.
/// </summary>
internal sealed class ForwardStream(Stream under) : Stream
{
    private readonly MemoryStream waiting = new();

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw OnlyWritten();

    public override long Position
    {
        get => throw OnlyWritten();
        set => throw OnlyWritten();
    }

    public override void Flush()
    {
        // The next asynchronous call passes on what waits.
    }

    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        await PassOnAsync(cancellationToken);
        await under.FlushAsync(cancellationToken);
    }

    public override void Write(byte[] buffer, int offset, int count) => waiting.Write(buffer, offset, count);

    public override void Write(ReadOnlySpan<byte> buffer) => waiting.Write(buffer);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await PassOnAsync(cancellationToken);
        await under.WriteAsync(buffer, cancellationToken);
    }

    public override int Read(byte[] buffer, int offset, int count) => throw OnlyWritten();

    public override long Seek(long offset, SeekOrigin origin) => throw OnlyWritten();

    public override void SetLength(long value) => throw OnlyWritten();

    public override async ValueTask DisposeAsync()
    {
        await PassOnAsync(CancellationToken.None);
        await base.DisposeAsync();
    }

    private async ValueTask PassOnAsync(CancellationToken cancellationToken)
    {
        if (waiting.Length > 0)
        {
            await under.WriteAsync(waiting.GetBuffer().AsMemory(0, (int)waiting.Length), cancellationToken);
            waiting.SetLength(0);
        }
    }

    private static NotSupportedException OnlyWritten() => new("The stream can only be written.");
}
