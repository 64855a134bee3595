#pragma once

#include "app/domain/Peer.h"

#include <QByteArray>
#include <QList>

#include <functional>
#include <optional>
#include <string>
#include <utility>

namespace tutti::test {

/// A peer that keeps what it is written and takes it apart again into text messages.
/// It can fall behind, break, and report its own end from inside write().
class FakePeer final : public Peer {
public:
    explicit FakePeer(std::uint64_t number)
        : m_id(number)
    {
    }

    PeerId id() const override { return m_id; }
    WriteResult write(std::span<const Bytes> pieces) override
    {
        ++writes;
        std::size_t size = 0;
        lastPieces = pieces.size();
        for (const Bytes piece : pieces) {
            wire.append(piece.data(), static_cast<qsizetype>(piece.size()));
            size += piece.size();
        }
        if (duringWrite) {
            duringWrite();
        }
        if (result == WriteResult::Behind) {
            pending += size;
        }
        return result;
    }
    std::size_t pendingBytes() const override { return pending; }
    void close(std::uint16_t code, std::string_view reason) override
    {
        closedWith = {code, std::string{reason}};
    }

    /// Texts of the frames written since the last call; "?" and what is left where the bytes are no whole frames.
    QList<QByteArray> takeTexts()
    {
        QList<QByteArray> texts;
        QByteArray rest = std::exchange(wire, {});
        while (!rest.isEmpty()) {
            const auto [header, size] = sizesOf(rest);
            if (header == 0 || rest.size() < header + size) {
                texts.append('?' + rest);
                break;
            }
            texts.append(rest.mid(header, size));
            rest.remove(0, header + size);
        }
        return texts;
    }

    WriteResult result = WriteResult::Sent;
    std::size_t pending = 0;
    QByteArray wire;
    int writes = 0;
    std::size_t lastPieces = 0;
    std::function<void()> duringWrite;
    std::optional<std::pair<std::uint16_t, std::string>> closedWith;

private:
    /// Of an unmasked text frame: length of header and payload; {0, 0} if it is none (RFC 6455, 5.2).
    static std::pair<qsizetype, qsizetype> sizesOf(const QByteArray& bytes)
    {
        const auto at = [&](qsizetype i) {
            return i < bytes.size() ? static_cast<quint8>(bytes.at(i)) : quint8{0};
        };
        if (at(0) != 0x81) {
            return {0, 0};
        }
        const int extra = at(1) == 127 ? 8 : at(1) == 126 ? 2 : 0;
        if (extra == 0) {
            return {2, at(1)};
        }
        qsizetype size = 0;
        for (int i = 0; i < extra; ++i) {
            size = size * 256 + at(2 + i);
        }
        return {2 + extra, size};
    }

    PeerId m_id;
};

} // namespace tutti::test
