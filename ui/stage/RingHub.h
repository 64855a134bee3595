#pragma once

#include "ui/stage/RingGeometry.h"
#include "ui/stage/RingScene.h"
#include "ui/stage/StageStyle.h"

#include <QPainter>

namespace tutti::ui {

/// What stands in the middle of a ring: a picture or figure, and two lines below it.
struct HubWords {
    /// Stem of a line icon that stands in place of the figure; empty without.
    QString icon = {};
    QString figure = {};
    QString title = {};
    QString line = {};
    QString small = {};

    friend bool operator==(const HubWords&, const HubWords&) = default;
};

HubWords hubWords(const RingScene& scene, const RingMoment& moment);
/// The middle of a ring, on whatever is below it. The painter is antialiased.
void paintRingHub(QPainter& painter, const RingScene& scene, const RingMoment& moment,
                  const RingGeometry& geometry, const StageStyle& style);
/// The same for other stages with a hub.
void paintHub(QPainter& painter, const HubWords& words, const RingGeometry& geometry,
              const StageStyle& style);

} // namespace tutti::ui
